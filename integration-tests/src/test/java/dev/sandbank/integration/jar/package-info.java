/** The runnable jar, as somebody without Java sees it: a command. */
package dev.sandbank.integration.jar;
