// Everything answers on https://www.example.com, nothing else.

const CANONICAL_HOST = 'www.example.com';

export default {
  async fetch(request) {
    const url = new URL(request.url);

    if (url.protocol === 'http:') {
      url.protocol = 'https:';
      return Response.redirect(url.toString(), 301);
    }

    if (url.hostname === 'example.com') {
      url.hostname = CANONICAL_HOST;
      return Response.redirect(url.toString(), 301);
    }

    return fetch(request);
  },
};
