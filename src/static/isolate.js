/**
 * Adds the headers that let a playground share memory between threads, for hosts that cannot send them. It is registered only when
 * a reader asks for two cores. Pages of playgrounds and scripts of workers get headers more; everything else is left alone, and
 * with it the frames of code exercises, which an isolated page could not show.
 */
const playgrounds = new URL("playground/", self.registration.scope).pathname;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const {request} = event;
  const {origin, pathname, searchParams} = new URL(request.url);
  const page = request.mode === "navigate" && pathname.startsWith(playgrounds) && !searchParams.has("notebook");
  if (origin !== self.location.origin || !(page || request.destination === "worker")) return;
  event.respondWith(
    fetch(request).then((response) => {
      if (response.status === 0 || response.type === "opaqueredirect") return response;
      const headers = new Headers(response.headers);
      headers.set("Cross-Origin-Embedder-Policy", "require-corp");
      if (page) headers.set("Cross-Origin-Opener-Policy", "same-origin");
      return new Response(response.body, {status: response.status, statusText: response.statusText, headers});
    })
  );
});
