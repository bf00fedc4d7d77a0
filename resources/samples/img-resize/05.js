// Photos come from the render service; browsers that take WebP get WebP.

const RENDER = 'https://images.example.net/render';
const DAY = 24 * 60 * 60;

// 只接受这些宽度：任意宽度会把缓存打散，也会被人拿来刷渲染费用
const WIDTHS = [320, 640, 960, 1_280, 1_920];

function widthOf(url) {
  const wanted = Number.parseInt(url.searchParams.get('w') ?? '', 10);
  return WIDTHS.find((width) => width >= wanted) ?? WIDTHS.at(-1);
}

// 优先 AVIF，其次 WebP；体积通常只有 JPEG 的一半
const FORMATS = [
  ['image/avif', 'avif'],
  ['image/webp', 'webp'],
];

function formatFor(request) {
  const accept = request.headers.get('accept') ?? '';
  return FORMATS.find(([type]) => accept.includes(type))?.[1] ?? 'jpeg';
}

const HIDDEN_HEADERS = ['server', 'via', 'x-powered-by', 'set-cookie'];

function finish(image) {
  const headers = new Headers(image.headers);
  HIDDEN_HEADERS.forEach((name) => headers.delete(name));
  headers.set('cache-control', `public, max-age=${DAY}`);
  headers.set('x-content-type-options', 'nosniff');
  headers.append('vary', 'Accept');
  return new Response(image.body, { status: image.status, headers });
}

export default {
  async fetch(request) {
    const url = new URL(request.url);
    if (!/\.(?:jpe?g|png)$/i.test(url.pathname)) {
      return fetch(request);
    }

    const format = formatFor(request);

    // The cache takes http keys only. The format belongs to the key: a browser without WebP
    // must not get the picture of its neighbour.
    const width = widthOf(url);
    const key = `http://${url.host}${url.pathname}?w=${width}&fmt=${format}`;
    const cached = await cache.get(key);
    if (cached) {
      return cached;
    }

    const source = encodeURIComponent(url.pathname);
    const image = await fetch(`${RENDER}?src=${source}&w=${width}&fmt=${format}`);
    const response = finish(image);
    if (image.ok) {
      await cache.put(key, response.clone());
    }
    return response;
  },
};
