// The fewest facts that would settle the verdict, each answer with the verdict it leads to.
import { byId, element, fill } from './element.js';
import { choiceName, factName } from './fact-words.js';
import { project } from './project.js';
import { spoken, word } from './words.js';
import { chip } from './verdict.js';

export function showQuestions({ questions = [] }, form) {
  const given = Object.entries(project.facts);
  fill(
    byId('questions'),
    questions.length > 0 &&
      element(
        'section.group.asked',
        {},
        element('h3', {}, word('questions'), element('span.count', {}, String(questions.length))),
        element('p.note', {}, word('questionsWhy')),
        questions.map((question) => questionCard(question, form)),
      ),
    given.length > 0 &&
      element(
        'section.given',
        { 'aria-label': word('factGiven') },
        element('h3', {}, word('factGiven')),
        element(
          'ul',
          {},
          given.map(([key, value]) => givenFact(key, value)),
        ),
      ),
  );
}

function questionCard(question, form) {
  const choices = question.choices ?? [];
  const say = (text) => project.state(question.fact, form.typed(question.fact, String(text)));
  return element(
    'fieldset.question',
    { 'data-fact': question.fact },
    element('legend', {}, spoken(question, 'text') || factName(question.fact)),
    choices.length > 0
      ? element(
          'div.choices',
          {},
          choices.map((choice) => choiceButton(choice, question.verdicts?.[choice], say)),
        )
      : freeAnswer(question, say),
  );
}

const choiceButton = (choice, verdict, say) =>
  element(
    'button.choice',
    { type: 'button', 'data-choice': choice, onclick: () => say(choice) },
    element('span', {}, choiceName(choice)),
    verdict && chip(verdict),
  );

function freeAnswer(question, say) {
  const input = element('input', { type: 'text', 'aria-label': factName(question.fact) });
  const use = () => input.value.trim() && say(input.value.trim());
  input.addEventListener('keydown', (event) => event.key === 'Enter' && use());
  return element('div.free', {}, input, element('button.quiet', { type: 'button', onclick: use }, word('apply')));
}

const givenFact = (key, value) =>
  element(
    'li',
    {},
    element('span', {}, factName(key), ': ', element('strong', {}, [value].flat().map(choiceName).join(', '))),
    element(
      'button.link',
      {
        type: 'button',
        'aria-label': `${word('remove')}: ${factName(key)}`,
        onclick: () => project.state(key, undefined),
      },
      '✕',
    ),
  );
