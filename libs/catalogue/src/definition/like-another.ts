import type { WorkflowDefinition } from '#lib/workflow';
import type { ServiceDefinition } from './service-definition.js';

/** A definition as its file has it: its workflow may be a name, and it may say only in what it differs from another. */
export type WrittenService = Partial<Omit<ServiceDefinition, 'workflow'>> & {
  code: string;
  /** Code of a definition: what is not written here is as there, and pages, lists, papers and sources come after its. */
  like?: string;
  workflow: string | WorkflowDefinition;
};

/** What is written, with what it takes from the definition it is like. Its workflow stays as it is written. */
export function likeAnother(
  { like: _, ...own }: WrittenService,
  base: ServiceDefinition | undefined,
): Omit<ServiceDefinition, 'workflow'> & Pick<WrittenService, 'workflow'> {
  if (!base) return own as ServiceDefinition;
  return {
    ...base,
    ...own,
    form: {
      ...base.form,
      ...own.form,
      lists: { ...base.form.lists, ...own.form?.lists },
      pages: after(base.form.pages, own.form?.pages),
    },
    papers: after(base.papers, own.papers),
    sources: after(base.sources, own.sources),
    assumptions: after(base.assumptions, own.assumptions),
  };
}

function after<T>(first: T[], second: T[] = []): T[] {
  return [...first, ...second];
}
