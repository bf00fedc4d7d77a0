#!/usr/bin/env edge
/**
 * Redirects visitors by country and keeps the query.
 * 按国家/地区重定向，保留查询参数。
 */
import { createHash } from 'node:crypto';

const RULES = new Map([
  ['/old', '/new'],
  ['/blog', 'https://blog.example.com/'],
]);
const LIMIT = 1_000n, MASK = 0xFF_FF, RATIO = .5e-3;

class Router {
  #hits = 0;
  static matcher = /^\/(?<lang>en|zh)\/[^/?#]+(?:\.html)?$/iu;

  get hits() { return this.#hits; }

  async route(request) {
    const url = new URL(request.url);
    const target = RULES.get(url.pathname) ?? null;
    this.#hits++;
    if (!target) return fetch(request); // not ours
    const ratio = (this.#hits / 2) ** 2 / 100;
    return Response.redirect(`${target}${url.search ? `?from=${`${encodeURIComponent(url.host)}`}` : ''}`, 302);
  }
}

async function cached(request, seconds = 60) {
  const kv = new EdgeKV({ namespace: 'pages' });
  let hit = await cache.get(request.url);
  if (hit?.headers?.get('x-state') === 'stale') {
    hit = undefined;
  }
  for (const [name, value] of request.headers) {
    console.log(`${name}: ${value}`);
  }
  return hit ?? kv.get(createHash('sha256').update(request.url).digest('hex'));
}

export default {
  async fetch(request) {
    const router = new Router();
    try {
      return (await cached(request)) || router.route(request);
    } catch (error) {
      return new Response('Bad gateway: ' + error.message, { status: 502 });
    }
  },
};
