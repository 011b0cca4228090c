import { classNames } from './class-names.js';
import type { Content } from './props.js';
import { Tag, type TagColour } from './tag.js';

export interface Task {
  title: Content;
  /** Without it the task cannot be started yet. */
  href?: string | undefined;
  hint?: Content;
  /** Plain words for "done", a tag for what is left to do. */
  status: { text: Content; tag?: TagColour | 'plain' | undefined; cannotStartYet?: boolean | undefined };
}

interface TaskListProps {
  /** Begins the ids of hints and states. Default `task-list`. */
  idPrefix?: string | undefined;
  tasks: Task[];
  class?: string | undefined;
}

/** What there is to do and how far each thing is. */
export function TaskList(props: TaskListProps) {
  return (
    <ul class={classNames('govuk-task-list', props.class)}>
      {props.tasks.map((task, index) => (
        <Item task={task} id={`${props.idPrefix ?? 'task-list'}-${index + 1}`} />
      ))}
    </ul>
  );
}

function Item({ task, id }: { task: Task; id: string }) {
  const described = `${task.hint ? `${id}-hint ` : ''}${id}-status`;
  const { text, tag, cannotStartYet } = task.status;
  return (
    <li class={classNames('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link')}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <a class="govuk-link govuk-task-list__link" href={task.href} aria-describedby={described}>
            {task.title}
          </a>
        ) : (
          <div>{task.title}</div>
        )}
        {task.hint ? (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {task.hint}
          </div>
        ) : null}
      </div>
      <div
        class={classNames(
          'govuk-task-list__status',
          cannotStartYet && 'govuk-task-list__status--cannot-start-yet',
        )}
        id={`${id}-status`}
      >
        {tag ? <Tag colour={tag === 'plain' ? undefined : tag}>{text}</Tag> : text}
      </div>
    </li>
  );
}
