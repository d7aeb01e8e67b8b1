import type { DocumentNode } from 'graphql';
import { aliases } from './aliases';
import { depth } from './depth';
import { directives } from './directives';
import { expandedSelections } from './expanded-selections';
import type { Limits } from './limits';
import { rootFields } from './root-fields';
import { unsafeNames } from './unsafe-names';
import { unsafeTexts } from './unsafe-text';
import type { Violation } from './violation';

/** The rules for a parsed document, cheapest and gravest first; each takes time linear in the document's size. */
export function checkDocument(document: DocumentNode, limits: Limits): Violation | null {
  return (
    unsafeNames(document) ??
    unsafeTexts(document) ??
    expandedSelections(document, limits.selections) ??
    depth(document, limits.depth) ??
    aliases(document, limits.aliases) ??
    rootFields(document, limits.rootFields) ??
    directives(document, limits.directives)
  );
}
