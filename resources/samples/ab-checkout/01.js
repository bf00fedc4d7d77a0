// Two checkouts, one address: /checkout is served by the old or by the express flow.

const COOKIE = 'ab_checkout';

function readCookie(request, name) {
  const header = request.headers.get('cookie') || '';
  for (const part of header.split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) {
      return value;
    }
  }
  return null;
}

export default {
  async fetch(request) {
    const url = new URL(request.url);
    if (!url.pathname.startsWith('/checkout')) {
      return fetch(request);
    }

    const known = readCookie(request, COOKIE);
    const variant = known || (Math.random() < 0.5 ? 'control' : 'express');
    if (variant === 'express') {
      url.pathname = url.pathname.replace('/checkout', '/checkout-express');
    }

    const answer = await fetch(new Request(url, request));
    const response = new Response(answer.body, answer);
    if (!known) {
      response.headers.append('set-cookie', `${COOKIE}=${variant}; Path=/; Max-Age=2592000`);
    }
    return response;
  },
};
