// After signing out, and when the session is over, Camunda's applications show a sign-in form of their own, which this
// server refuses. Whoever gets there is sent to the desk's own page.
const CAMUNDAS_OWN = /^#!?\/login\b/;

function leaveForSignIn() {
  if (CAMUNDAS_OWN.test(window.location.hash)) {
    window.location.assign('/sign-in');
  }
}

// Angular changes the address without an event that others could hear.
for (const change of ['pushState', 'replaceState']) {
  const original = window.history[change];
  window.history[change] = function (...address) {
    original.apply(this, address);
    leaveForSignIn();
  };
}
window.addEventListener('hashchange', leaveForSignIn);
leaveForSignIn();
