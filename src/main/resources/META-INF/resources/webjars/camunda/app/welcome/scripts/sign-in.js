// Camunda's applications show their own sign-in form when nobody is signed in any more. The desk has one page for all:
// whoever signed out, or was away for too long, goes there.
const CAMUNDAS_OWN = /^#!?\/login\b/;

function leave() {
  if (CAMUNDAS_OWN.test(window.location.hash)) {
    window.location.assign('/sign-in');
  }
}

// Angular changes the address without an event that others could hear.
for (const change of ['pushState', 'replaceState']) {
  const original = window.history[change];
  window.history[change] = function (...address) {
    original.apply(this, address);
    leave();
  };
}
window.addEventListener('hashchange', leave);
leave();
