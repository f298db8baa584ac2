// Settings of Tasklist for the support desk. This file takes the place of the one inside the Camunda web application.
import { language } from './desk/messages.js';

export default {
  // Russian, unless the browser puts English first. The fallback is the same language on purpose: Camunda would load
  // another one as well, and the dates take the language that comes last.
  locales: {
    availableLocales: ['ru', 'en'],
    fallbackLocale: language
  },

  // The ticket card above every form; see scripts/desk/desk.js. The ways to our own pages and to our own sign-in page.
  customScripts: ['scripts/desk/desk', 'scripts/desk/links', '../../lib/sign-in'],

  // The cookie that Camunda's own CSRF filter sets. Its name belongs to the server: keep both the same.
  csrfCookieName: 'XSRF-TOKEN',

  // Agents come from our sign-in page and never see Camunda's own, with its welcome.
  disableWelcomeMessage: true,

  app: {
    name: '· Задачи',
    vendor: 'Служба поддержки'
  },

  // The help that lists these is the same in both languages, and most agents read Russian.
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'взять выбранную задачу себе'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'перейти к первому фильтру'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'перейти к первой задаче в списке'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'перейти к решению по обращению'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'запустить процесс'
    }
  }
};
