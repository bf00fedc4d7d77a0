// Pictures and videos only for pages of our own.
addEventListener('fetch', (event) => {
  event.respondWith(handle(event.request));
});

async function handle(request) {
  const referer = request.headers.get('referer') || '';
  if (referer.startsWith('https://www.example.net/')) {
    return fetch(request);
  }
  return new Response('Forbidden', { status: 403 });
}
