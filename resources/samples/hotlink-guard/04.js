// Pictures and videos only for pages of our own; search engines may show them too.
const FRIENDS = ['www.example.net', 'shop.example.net', 'm.example.net'];
const SEARCH = /(^|\.)(baidu\.com|bing\.com|sogou\.com|so\.com)$/;
const PLACEHOLDER = 'https://static.example.net/not-here.png';

addEventListener('fetch', (event) => {
  event.respondWith(handle(event.request));
});

async function handle(request) {
  if (!isFriend(request.headers.get('referer'))) {
    return Response.redirect(PLACEHOLDER, 302);
  }
  const answer = await fetch(request);
  const headers = new Headers(answer.headers);
  headers.append('vary', 'Referer');
  return new Response(answer.body, { status: answer.status, headers });
}

function isFriend(referer) {
  // No referer: typed in, an app, or a browser that keeps it to itself.
  if (!referer) {
    return true;
  }
  try {
    const host = new URL(referer).hostname;
    return FRIENDS.includes(host) || SEARCH.test(host);
  } catch (error) {
    return false;
  }
}
