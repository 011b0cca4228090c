import { type DynamicModule, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type Caller, whoMayKey } from '#lib/web';

/** A route of an app, with who may call it. */
export interface Route {
  /** With its parameters as `:name`. */
  path: string;
  method: string;
  who: Caller;
}

/** Every route that the controllers of a module and of those it imports declare. */
export function routesOf(module: DynamicModule): Route[] {
  return controllersOf(module).flatMap(routesOfController);
}

function controllersOf(module: DynamicModule, seen = new Set<unknown>()): Type[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const inner = (module.imports ?? []).flatMap((each) => controllersOf(each as DynamicModule, seen));
  return [...(module.controllers ?? []), ...inner];
}

function routesOfController(controller: Type): Route[] {
  const base = paths(Reflect.getMetadata(PATH_METADATA, controller));
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = controller.prototype[name] as object;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const who = Reflect.getMetadata(whoMayKey, handler) ?? Reflect.getMetadata(whoMayKey, controller);
    return paths(Reflect.getMetadata(PATH_METADATA, handler)).flatMap((path) =>
      base.map((start) => ({ path: joined(start, path), method: RequestMethod[method], who })),
    );
  });
}

function joined(start: string, path: string): string {
  const parts = [start, path].filter((part) => part !== '' && part !== '/');
  return `/${parts.join('/')}`.replaceAll('//', '/');
}

function paths(path: string | string[] | undefined): string[] {
  return [path ?? ''].flat();
}
