// Two checkouts, one address: /checkout is served by the old or by the express flow.

const COOKIE = 'ab_checkout';
const COOKIE_DAYS = 30;

// Percent of new visitors. The sum must be 100.
const WEIGHTS = { control: 90, express: 10 };

function pickVariant() {
  let ticket = Math.random() * 100;
  for (const [variant, weight] of Object.entries(WEIGHTS)) {
    ticket -= weight;
    if (ticket < 0) {
      return variant;
    }
  }
  return 'control';
}

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
    const variant = known in WEIGHTS ? known : pickVariant();
    if (variant === 'express') {
      url.pathname = url.pathname.replace('/checkout', '/checkout-express');
    }

    const answer = await fetch(new Request(url, request));
    const response = new Response(answer.body, answer);
    if (variant !== known) {
      const maxAge = COOKIE_DAYS * 24 * 60 * 60;
      response.headers.append('set-cookie', `${COOKIE}=${variant}; Path=/; Max-Age=${maxAge}`);
    }
    return response;
  },
};
