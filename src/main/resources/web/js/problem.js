// Shows why there is no answer, and what to do next.
import { element, fill } from './element.js';
import { language, word } from './words.js';

/** @param retry asks the same again; offered where that may help */
export function showProblem(holder, problem, retry) {
  const slug = String(problem.type ?? '').replace(/^.*\//, '');
  const errors = (problem.errors ?? []).filter(({ detail }) => detail && detail !== problem.message);
  holder.hidden = false;
  holder.dataset.problem = slug;
  fill(
    holder,
    element('h2', {}, titleOf(slug, problem)),
    known(`next_${slug}`) && element('p.next', {}, word(`next_${slug}`)),
    problem.message && element('p.detail', { lang: 'en' }, problem.message),
    errors.length > 0 &&
      element(
        'ul',
        { lang: 'en' },
        errors.map((error) =>
          element('li', {}, element('code', {}, error.parameter ?? error.pointer ?? ''), ' ', error.detail),
        ),
      ),
    retry && mayPass(problem) && element('button.quiet', { type: 'button', onclick: retry }, word('retry')),
  );
}

const titleOf = (slug, { title }) =>
  known(`problem_${slug}`) ? word(`problem_${slug}`) : language() === 'en' && title ? title : word('problem');

const known = (key) => word(key) !== key;

/** Asking again helps only where the caller made no mistake. */
const mayPass = ({ status }) => !status || status === 429 || status >= 500;

export function hideProblem(holder) {
  holder.hidden = true;
  holder.replaceChildren();
}
