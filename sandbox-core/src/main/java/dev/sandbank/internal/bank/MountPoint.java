package dev.sandbank.internal.bank;

import dev.sandbank.internal.model.BaseUrl;

/**
 * The address of an environment.
 *
 * @param prefix its path prefix, empty for production
 * @param publicBase scheme, host, port and prefix as callers know them, without a trailing slash
 * @param outside what its webhooks need of the sandbox
 */
record MountPoint(String prefix, BaseUrl publicBase, Outside outside) {}
