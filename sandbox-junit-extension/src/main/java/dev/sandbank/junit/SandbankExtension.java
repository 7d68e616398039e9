package dev.sandbank.junit;

import org.junit.jupiter.api.extension.Extension;

/** A placeholder until there is a sandbox to hand to a test. */
final class SandbankExtension implements Extension {}
