/** Formats the results of dry runs: text, Markdown, JSON and HTML. */
@NullMarked
package dev.sandbank.internal.explain.page;

import org.jspecify.annotations.NullMarked;
