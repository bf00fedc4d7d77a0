// Pictures and videos only for pages of our own.
const FRIENDS = ['www.example.net', 'shop.example.net'];

addEventListener('fetch', (event) => {
  event.respondWith(handle(event.request));
});

async function handle(request) {
  if (isFriend(request.headers.get('referer'))) {
    return fetch(request);
  }
  return new Response('Forbidden', { status: 403 });
}

function isFriend(referer) {
  // No referer: typed in, an app, or a browser that keeps it to itself.
  if (!referer) {
    return true;
  }
  return FRIENDS.includes(new URL(referer).hostname);
}
