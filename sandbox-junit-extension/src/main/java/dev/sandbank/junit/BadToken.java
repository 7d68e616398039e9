package dev.sandbank.junit;

import dev.sandbank.FlawedToken;

/** A token that the sandbox of the test is to refuse, see {@link BadTokens}; it is made when the test method begins. */
public interface BadToken extends FlawedToken {}
