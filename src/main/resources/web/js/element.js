// Builds elements: element('p.note', { title: 'x' }, 'text', child). Text is always text, never markup.

export function element(what, attributes = {}, ...children) {
  const [name, ...classes] = what.split('.');
  const made = document.createElement(name);
  if (classes.length) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key.startsWith('--')) made.style.setProperty(key, value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false && child !== ''),
  );
  return made;
}

export const byId = (id) => document.getElementById(id);

export function fill(holder, ...children) {
  holder.replaceChildren(...children.flat(Infinity).filter(Boolean));
  return holder;
}
