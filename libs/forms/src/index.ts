export {
  type AddressAnswer,
  type Answer,
  answerOf,
  type Answers,
  type FileAnswer,
  isAddress,
  isItemList,
} from './answer.js';
export { askedAgain } from './asked-again.js';
export { checkAnswers, checkPage, type FieldError, firstUnfinishedPage } from './check-answers.js';
export { checkForm } from './check-form.js';
export { checkShape } from './check-shape.js';
export { checkCondition } from './check-references.js';
export type { Typed } from './clean.js';
export { comparisonsIn, type Condition, holds } from './condition.js';
export { fieldOf, fieldsOf, type FormDefinition, type PageDefinition, pageOf } from './definition.js';
export { definitionSchema } from './definition-schema.js';
export { choicesOf, displayAnswer, displayItems, type ItemInWords } from './display-answer.js';
export { expandForm, type WrittenForm } from './expand-form.js';
export { errorSentence } from './error-sentence.js';
export type {
  Choice,
  FormContext,
  FormerPlace,
  JsonSchema,
  KnownPlaces,
  ListItem,
  Part,
  PlaceNames,
  PrefillSource,
} from './field-type.js';
export type { FieldDefinition } from './field-types.js';
export type { AgencyBody } from './fields/agency.js';
export { showDate } from './fields/date.js';
export { isRealDate } from './fields/date-parts.js';
export { mostCharacters } from './fields/text.js';
export type { RepeatField } from './fields/repeat.js';
export { formFindingWords } from './findings/form-finding-words.js';
export {
  innerFields,
  isItemsField,
  itemPage,
  itemsOf,
  ownAnswers,
  withItem,
  withoutItem,
} from './items.js';
export { filledRows, inputsOf, rowOf } from './input-names.js';
export { noPlaces } from './no-places.js';
export { prefillKey, prefillPage } from './prefill.js';
export type { Finding } from './finding.js';
export { mergePage, type ReadPage, readPage, tidyAnswers, typedOf } from './read-page.js';
export { formSchema } from './form-schema.js';
export { compileSchema } from './schema.js';
export { type SectionStanding, sectionStandings } from './section-standings.js';
export { areOfOneSection, hasTaskList, sectionsOf } from './sections.js';
export {
  nextPage,
  previousPage,
  visibleAnswers,
  visibleFields,
  visiblePages,
} from './visible-path.js';
