// Building the page. Whatever comes from the server becomes a text node here: there is no innerHTML in these scripts.

/** An element with attributes and children; children are nodes or texts, and null is left out. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) {
      node.setAttribute(attribute, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(attribute, value);
    }
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

export function replaceContent(node, ...children) {
  node.replaceChildren(...children.filter(child => child !== null && child !== undefined));
}

/** What a person wrote: line breaks stay, and the direction follows the script it is written in. */
export function written(value) {
  return element('div', { class: 'desk-written', dir: 'auto' }, value);
}

/** What a mail repeats: earlier mails and a signature, behind a title that opens them; null when there is nothing. */
export function folded(title, value) {
  return value
    ? element('details', { class: 'desk-quoted' }, element('summary', {}, title), written(value))
    : null;
}

/** A titled block of the card. */
export function block(name, title, ...children) {
  return element('section', { class: `desk-block desk-${name}`, 'aria-label': title },
    element('h4', {}, title), ...children);
}
