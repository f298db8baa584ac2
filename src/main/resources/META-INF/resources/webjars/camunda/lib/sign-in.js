// After signing out, and when the session is over, Camunda's applications show a sign-in form of their own, which this
// server refuses. Loading the page again leads to the desk's own sign-in, and from there back here.

function leaveForSignIn() {
  if (window.location.hash.startsWith('#/login')) {
    history.replaceState(null, '', window.location.pathname);
    window.location.reload();
  }
}

window.addEventListener('hashchange', leaveForSignIn);
leaveForSignIn();
