import jsonld, { type NodeObject } from 'jsonld';
import { Parser, Writer } from 'n3';
import { prefixes } from './cpsv-ap.js';

/** The same graph as Turtle (RDF 1.1). Its context must be within it: nothing is fetched. */
export async function turtle(document: NodeObject): Promise<string> {
  const quads = await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader: refuse });
  const writer = new Writer({ prefixes });
  writer.addQuads(new Parser().parse(String(quads)));
  return new Promise((resolve, reject) =>
    writer.end((error, text: string) => (error ? reject(error) : resolve(text))),
  );
}

async function refuse(address: string): Promise<never> {
  throw new Error(`${address} is not within the document`);
}
