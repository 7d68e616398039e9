/** Editors of fixtures and dialects, which know only the schemas that the command writes. */
package dev.sandbank.integration.editor;
