package dev.sandbank.internal.bank;

import java.util.function.Supplier;

/**
 * Where an environment is found.
 *
 * @param prefix its path prefix, empty for production
 * @param publicBase scheme, host, port and prefix as callers know them, without a trailing slash
 */
public record MountPoint(String prefix, Supplier<String> publicBase) {}
