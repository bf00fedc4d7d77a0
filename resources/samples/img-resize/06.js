// Photos come from the render service in the best format and the next larger width.

const RENDER = 'https://images.example.net/render';
const DAY = 24 * 60 * 60;
const PHOTO = /\.(?:jpe?g|png)$/i;

// 只接受这些宽度：任意宽度会把缓存打散，也会被人拿来刷渲染费用
const WIDTHS = [320, 640, 960, 1_280, 1_920];

// 优先 AVIF，其次 WebP；体积通常只有 JPEG 的一半
const FORMATS = [
  ['image/avif', 'avif'],
  ['image/webp', 'webp'],
];

const HIDDEN_HEADERS = ['server', 'via', 'x-powered-by', 'set-cookie'];

function finish(image) {
  const headers = new Headers(image.headers);
  HIDDEN_HEADERS.forEach((name) => headers.delete(name));
  headers.set('cache-control', image.ok ? `public, max-age=${DAY}` : 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  headers.append('vary', 'Accept');
  return new Response(image.body, { status: image.status, headers });
}

/** One picture as one browser wants it: what to ask the render service, what to call it in the cache. */
class Variant {
  #url;
  #format;
  #width;

  constructor(request) {
    this.#url = new URL(request.url);
    this.#format = Variant.#formatFor(request.headers.get('accept') ?? '');
    this.#width = Variant.#widthFor(this.#url.searchParams.get('w') ?? '');
  }

  static #formatFor(accept) {
    return FORMATS.find(([type]) => accept.includes(type))?.[1] ?? 'jpeg';
  }

  static #widthFor(text) {
    const wanted = Number.parseInt(text, 10);
    return WIDTHS.find((width) => width >= wanted) ?? WIDTHS.at(-1);
  }

  /** The cache takes http keys only; format and width belong to the key. */
  get cacheKey() {
    const { host, pathname } = this.#url;
    return `http://${host}${pathname}?w=${this.#width}&fmt=${this.#format}`;
  }

  get renderUrl() {
    const query = new URLSearchParams({
      src: this.#url.pathname,
      w: String(this.#width),
      fmt: this.#format,
    });
    return `${RENDER}?${query}`;
  }
}

async function render(variant) {
  const image = await fetch(variant.renderUrl);
  const response = finish(image);
  if (image.ok) {
    await cache.put(variant.cacheKey, response.clone());
  }
  return response;
}

export default {
  async fetch(request) {
    if (!PHOTO.test(new URL(request.url).pathname)) {
      return fetch(request);
    }

    const variant = new Variant(request);
    return (await cache.get(variant.cacheKey)) ?? render(variant);
  },
};
