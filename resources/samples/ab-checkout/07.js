// Two checkouts, one address: /checkout is served by the old or by the express flow.

const COOKIE = 'ab_checkout';
const VISITOR = 'visitor_id';
const COOKIE_DAYS = 30;

// 搜索引擎爬虫和监控探针不参与实验，始终走原版结账
const ROBOTS = /\b(?:bot|crawler|spider|uptime|probe)\b|bot\//i;

/** Gives a visitor the same variant on every device that knows the visitor id. */
class Experiment {
  #salt;
  #weights;

  constructor(salt, weights) {
    this.#salt = salt;
    this.#weights = Object.entries(weights);
  }

  knows(variant) {
    return this.#weights.some(([name]) => name === variant);
  }

  variantFor(visitor) {
    let ticket = this.#bucket(visitor);
    for (const [variant, weight] of this.#weights) {
      ticket -= weight;
      if (ticket < 0) {
        return variant;
      }
    }
    return this.#weights[0][0];
  }

  // FNV-1a: spreads well, and needs no crypto for a bucket of 100
  #bucket(visitor) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(`${this.#salt}:${visitor}`)) {
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    // Math.imul is signed: without >>> half of all visitors fall below zero, into the control group.
    return (hash >>> 0) % 100;
  }
}

const checkout = new Experiment('2024-express', { control: 90, express: 10 });

function isRobot(request) {
  return ROBOTS.test(request.headers.get('user-agent') ?? '');
}

function readCookie(request, name) {
  const header = request.headers.get('cookie') ?? '';
  for (const part of header.split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) {
      return value;
    }
  }
  return null;
}

function cookie(name, value) {
  const maxAge = COOKIE_DAYS * 24 * 60 * 60;
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; Secure; HttpOnly; SameSite=Lax`;
}

/** One beacon for each new visitor; an experiment must never slow the checkout down. */
function countExposure(variant) {
  const beacon = fetch('https://metrics.example.net/v1/exposures', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ experiment: COOKIE, variant, at: Date.now() }),
  });
  beacon.catch((error) => console.warn(`exposure not counted: ${error.message}`));
}

export default {
  async fetch(request) {
    const url = new URL(request.url);
    if (!url.pathname.startsWith('/checkout') || isRobot(request)) {
      return fetch(request);
    }

    const visitor = readCookie(request, VISITOR) ?? crypto.randomUUID();
    const known = readCookie(request, COOKIE);
    const variant = checkout.knows(known) ? known : checkout.variantFor(visitor);
    if (variant === 'express') {
      url.pathname = url.pathname.replace('/checkout', '/checkout-express');
    }

    const answer = await fetch(new Request(url, request));
    const response = new Response(answer.body, answer);
    response.headers.set('cache-control', 'private, no-store');
    if (variant !== known) {
      countExposure(variant);
      response.headers.append('set-cookie', cookie(VISITOR, visitor));
      response.headers.append('set-cookie', cookie(COOKIE, variant));
    }
    return response;
  },
};
