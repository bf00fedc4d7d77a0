// Photos come from the render service; browsers that take WebP get WebP.

const RENDER = 'https://images.example.net/render';
const DAY = 24 * 60 * 60;

// 只接受这些宽度：任意宽度会把缓存打散，也会被人拿来刷渲染费用
const WIDTHS = [320, 640, 960, 1_280, 1_920];

function widthOf(url) {
  const wanted = Number.parseInt(url.searchParams.get('w') ?? '', 10);
  return WIDTHS.find((width) => width >= wanted) ?? WIDTHS.at(-1);
}

export default {
  async fetch(request) {
    const url = new URL(request.url);
    if (!/\.(?:jpe?g|png)$/i.test(url.pathname)) {
      return fetch(request);
    }

    const accept = request.headers.get('accept') || '';
    const format = accept.includes('image/webp') ? 'webp' : 'jpeg';

    // The cache takes http keys only.
    const width = widthOf(url);
    const key = `http://${url.host}${url.pathname}?w=${width}`;
    const cached = await cache.get(key);
    if (cached) {
      return cached;
    }

    const source = encodeURIComponent(url.pathname);
    const image = await fetch(`${RENDER}?src=${source}&w=${width}&fmt=${format}`);
    const response = new Response(image.body, image);
    response.headers.set('cache-control', `public, max-age=${DAY}`);
    if (image.ok) {
      await cache.put(key, response.clone());
    }
    return response;
  },
};