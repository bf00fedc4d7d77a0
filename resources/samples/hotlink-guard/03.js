// Pictures and videos only for pages of our own.
const FRIENDS = ['www.example.net', 'shop.example.net', 'm.example.net'];
const PLACEHOLDER = 'https://static.example.net/not-here.png';

addEventListener('fetch', (event) => {
  event.respondWith(handle(event.request));
});

async function handle(request) {
  if (isFriend(request.headers.get('referer'))) {
    return fetch(request);
  }
  return Response.redirect(PLACEHOLDER, 302);
}

function isFriend(referer) {
  // No referer: typed in, an app, or a browser that keeps it to itself.
  if (!referer) {
    return true;
  }
  try {
    return FRIENDS.includes(new URL(referer).hostname);
  } catch (error) {
    return false;
  }
}
