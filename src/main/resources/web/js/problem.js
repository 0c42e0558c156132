// Shows why there is no answer, and what to do next.
import { element, fill } from './element.js';
import { word } from './words.js';

export function showProblem(holder, problem, retry) {
  holder.hidden = false;
  const detail = problem.type === 'unreachable' ? word('unreachable') : problem.message;
  const errors = problem.errors ?? []; // a fault of the page itself has none
  fill(
    holder,
    element('h2', {}, problem.title || word('problem')),
    detail && element('p', {}, detail),
    errors.length > 0 &&
      element(
        'ul',
        {},
        errors.map((error) =>
          element('li', {}, element('code', {}, error.parameter ?? error.pointer ?? ''), ' ', error.detail ?? ''),
        ),
      ),
    retry && mayPass(problem) && element('button.quiet', { type: 'button', onclick: retry }, word('retry')),
  );
}

/** Asking again helps only where the caller made no mistake. */
const mayPass = ({ status }) => !status || status === 429 || status >= 500;

export function hideProblem(holder) {
  holder.hidden = true;
  holder.replaceChildren();
}
