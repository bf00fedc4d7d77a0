// Photos come from the render service; browsers that take WebP get WebP.

const RENDER = 'https://images.example.net/render';
const DAY = 24 * 60 * 60;

export default {
  async fetch(request) {
    const url = new URL(request.url);
    if (!/\.(?:jpe?g|png)$/i.test(url.pathname)) {
      return fetch(request);
    }

    const accept = request.headers.get('accept') || '';
    const format = accept.includes('image/webp') ? 'webp' : 'jpeg';

    // The cache takes http keys only.
    const key = `http://${url.host}${url.pathname}`;
    const cached = await cache.get(key);
    if (cached) {
      return cached;
    }

    const image = await fetch(`${RENDER}?src=${encodeURIComponent(url.pathname)}&fmt=${format}`);
    const response = new Response(image.body, image);
    response.headers.set('cache-control', `public, max-age=${DAY}`);
    if (image.ok) {
      await cache.put(key, response.clone());
    }
    return response;
  },
};
