// Photos come from the render service; browsers that take WebP get WebP.

const RENDER = 'https://images.example.net/render';

export default {
  async fetch(request) {
    const url = new URL(request.url);
    if (!/\.(?:jpe?g|png)$/i.test(url.pathname)) {
      return fetch(request);
    }

    const accept = request.headers.get('accept') || '';
    const format = accept.includes('image/webp') ? 'webp' : 'jpeg';
    return fetch(`${RENDER}?src=${encodeURIComponent(url.pathname)}&fmt=${format}`);
  },
};
