// The outcomes of rules in the order in which they weigh, and which of them are read first.

/** What stands in the way or has still to be done. */
export const OPEN_OUTCOMES = ['VIOLATED', 'CONDITION', 'NEED_INFO', 'NO_DATA'];

/** Gravest first; those after the open ones are folded away. */
export const OUTCOMES = [
  ...OPEN_OUTCOMES,
  'DUTY',
  'DISCOURAGED',
  'ENCOURAGED',
  'NOT_CHECKABLE',
  'INFORM',
  'SATISFIED',
  'NOT_APPLICABLE',
];
