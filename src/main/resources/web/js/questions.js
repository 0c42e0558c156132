// The fewest facts that would settle the verdict, each answer with the verdict it leads to.
import { byId, element, fill } from './element.js';
import { factInput } from './fact-field.js';
import { project } from './project.js';
import { spans } from './spans.js';
import { chip } from './verdict.js';
import { choiceTitle, factTitle } from './vocabulary.js';
import { spoken, word } from './words.js';

export function showQuestions({ questions = [] }, form) {
  fill(
    byId('questions'),
    questions.length > 0 &&
      element(
        'section.group.asked',
        {},
        element('h3', {}, word('questions'), element('span.count', {}, String(questions.length))),
        element('p.note', {}, word('questionsWhy')),
        questions.map((question) => questionCard(question, form.named(question.fact))),
      ),
  );
}

function questionCard(question, fact) {
  return element(
    'fieldset.question',
    { 'data-fact': question.fact },
    element('legend', {}, spoken(question, 'text') || factTitle(question.fact)),
    answersTo(question, fact),
  );
}

function answersTo(question, fact) {
  if (fact.type === 'number' || fact.type === 'date') return [outcomes(question, fact), freeAnswer(fact)];
  if (fact.type === 'list') return severalOf(question, fact);
  const buttons = element(
    'div.choices',
    {},
    (question.choices ?? []).map((choice) => choiceButton(choice, question, fact)),
  );
  return fact.type === 'text' ? [buttons, freeAnswer(fact)] : buttons;
}

const choiceButton = (choice, { verdicts }, fact) =>
  element(
    'button.choice',
    {
      type: 'button',
      'data-choice': choice,
      onclick: () => project.state(fact.key, fact.type === 'boolean' ? choice === 'true' : choice),
    },
    element('span', {}, choiceTitle(fact.key, choice)),
    verdicts?.[choice] && chip(verdicts[choice]),
  );

/** What each span of a number or a day leads to; the answer itself is typed, never guessed. */
const outcomes = ({ verdicts = {} }, fact) =>
  element(
    'ul.spans',
    {},
    spans(verdicts, fact).map(({ text, verdict }) => element('li', {}, element('span', {}, text), chip(verdict))),
  );

function freeAnswer(fact) {
  const input = factInput(fact, { 'aria-label': factTitle(fact.key) }, () => {});
  const use = () => input.value.trim() && project.state(fact.key, valueOf(fact, input.value.trim()));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    use();
  });
  const unit = fact.unit && fact.type === 'number' && element('span.unit', {}, fact.unit);
  return element('div.free', {}, input, unit, element('button.quiet', { type: 'button', onclick: use }, word('apply')));
}

const valueOf = (fact, text) => (fact.type === 'number' ? Number(text) : text);

/** Several may be true together; "none" is true alone. */
function severalOf(question, fact) {
  const choices = (question.choices ?? []).filter((choice) => choice !== 'none');
  const boxes = choices.map((choice) => element('input', { type: 'checkbox', value: choice }));
  const use = () =>
    project.state(
      fact.key,
      boxes.filter((box) => box.checked).map((box) => box.value),
    );
  const none = (question.choices ?? []).includes('none');
  return [
    element(
      'div.several',
      {},
      boxes.map((box) =>
        element(
          'label',
          {},
          box,
          choiceTitle(fact.key, box.value),
          question.verdicts?.[box.value] && chip(question.verdicts[box.value]),
        ),
      ),
    ),
    element(
      'div.choices',
      {},
      element('button.quiet', { type: 'button', 'data-choice': 'some', onclick: use }, word('applyChecked')),
      none && noneButton(question, fact),
    ),
  ];
}

const noneButton = ({ verdicts }, fact) =>
  element(
    'button.choice',
    { type: 'button', 'data-choice': 'none', onclick: () => project.state(fact.key, []) },
    element('span', {}, word('none_of_them')),
    verdicts?.none && chip(verdicts.none),
  );
