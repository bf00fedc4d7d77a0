// Everything answers on https://www.example.com, nothing else.

const CANONICAL_HOST = 'www.example.com';

const MOVED = {
  '/blog': 'https://blog.example.com/',
  '/jobs': 'https://careers.example.net/',
  '/press': 'https://www.example.com/about/press',
};

export default {
  async fetch(request) {
    const url = new URL(request.url);

    // Scheme and host in one hop: two redirects in a row cost a phone half a second.
    if (url.protocol !== 'https:' || url.hostname !== CANONICAL_HOST) {
      url.protocol = 'https:';
      url.hostname = CANONICAL_HOST;
      return Response.redirect(url.toString(), 301);
    }

    const target = MOVED[url.pathname];
    if (target) {
      return Response.redirect(target, 301);
    }

    return fetch(request);
  },
};
