// Known instructions that match the ticket; on the step that applies them the first one lies open.
import { element, block } from './dom.js';
import { text } from './messages.js';

export function instructions(articles, step) {
  if (articles.length === 0) {
    return block('instructions', text('instructions', { count: 0 }),
      element('p', { class: 'desk-quiet' }, text('noInstructions')));
  }
  return block('instructions', text('instructions', { count: articles.length }),
    ...articles.map((article, index) =>
      element('details', { open: index === 0 && step === 'apply-instructions' },
        element('summary', {}, article.title),
        element('ol', {}, ...article.steps.map(one => element('li', {}, one))))));
}
