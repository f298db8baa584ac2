// Settings of this Camunda application for the support desk. This file takes the place of the one inside the web application.
export default {
  // One sign-in page for all.
  customScripts: ['scripts/sign-in']
};
