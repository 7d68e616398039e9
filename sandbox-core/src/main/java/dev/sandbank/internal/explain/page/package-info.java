/** What rehearsed calls look like to people and programs: text, Markdown, JSON and a page. */
@NullMarked
package dev.sandbank.internal.explain.page;

import org.jspecify.annotations.NullMarked;
