// Everything answers on https://www.example.com, nothing else.
// A rule takes a URL and returns the place it moved to, or undefined. The first answer wins.

const CANONICAL_HOST = 'www.example.com';
const PERMANENT = 301;
const TEMPORARY = 302;

const MOVED = new Map([
  ['/blog', 'https://blog.example.com/'],
  ['/jobs', 'https://careers.example.net/'],
  ['/press', `https://${CANONICAL_HOST}/about/press`],
  ['/agb', `https://${CANONICAL_HOST}/de/terms`],
]);

// /p/4711-blue-kettle.html and /p/4711.html, both from the shop system of 2016
const LEGACY_PRODUCT = /^\/p\/(?<id>\d{1,9})(?:-(?<slug>[a-z0-9-]+))?\.html$/i;

// 保留广告投放的查询参数（utm_source 等），否则市场部的统计会丢失来源
function withQuery(target, search) {
  const url = new URL(target);
  url.search = search;
  return url.toString();
}

function canonical(url) {
  if (url.protocol === 'https:' && url.hostname === CANONICAL_HOST) {
    return undefined;
  }
  const target = new URL(url);
  target.protocol = 'https:';
  target.hostname = CANONICAL_HOST;
  target.port = '';
  return target.toString();
}

function moved(url) {
  return MOVED.get(url.pathname);
}

function legacyProduct(url) {
  const { id, slug } = LEGACY_PRODUCT.exec(url.pathname)?.groups ?? {};
  if (!id) {
    return undefined;
  }
  return `https://${CANONICAL_HOST}/products/${id}${slug ? `/${slug.toLowerCase()}` : ''}`;
}

// /products/ and /products are one page; search engines should see one address
function trailingSlash(url) {
  const trimmed = url.pathname.replace(/\/+$/, '');
  if (trimmed === url.pathname) {
    return undefined;
  }
  return `https://${CANONICAL_HOST}${trimmed}`;
}

const RULES = [moved, legacyProduct, canonical, trailingSlash];

// Short links of the campaigns, /go/spring-sale; marketing edits them in the KV console.
async function shortLink(url) {
  const name = url.pathname.match(/^\/go\/([\w-]{1,64})$/)?.[1];
  if (!name) {
    return undefined;
  }
  const links = new EdgeKV({ namespace: 'short-links' });
  return links.get(name, { type: 'text' });
}

export default {
  async fetch(request) {
    const url = new URL(request.url);

    for (const rule of RULES) {
      const target = rule(url);
      if (target) {
        return Response.redirect(withQuery(target, url.search), PERMANENT);
      }
    }

    const campaign = await shortLink(url);
    if (campaign) {
      return Response.redirect(campaign, TEMPORARY);
    }

    return fetch(request);
  },
};
