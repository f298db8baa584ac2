// The way from Tasklist to the desk's own pages, in its header.
import { deskPage } from './api.js';
import { element } from './dom.js';
import { text } from './messages.js';

export default {
  id: 'desk.links',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  render: node => node.append(element('span', { class: 'desk-links' },
    element('a', { class: 'desk-link', href: deskPage('/incidents') }, text('incidentPages')),
    element('a', { class: 'desk-link', href: deskPage('/works') }, text('worksPages'))))
};
