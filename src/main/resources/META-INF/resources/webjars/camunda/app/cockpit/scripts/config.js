// Takes the place of the file inside the Camunda web application, which sets nothing.
export default {
  customScripts: ['../../lib/sign-in']
};
