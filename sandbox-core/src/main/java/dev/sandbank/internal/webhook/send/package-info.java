/** Posts messages to receivers, within bounds. It alone opens connections to other servers. */
@NullMarked
package dev.sandbank.internal.webhook.send;

import org.jspecify.annotations.NullMarked;
