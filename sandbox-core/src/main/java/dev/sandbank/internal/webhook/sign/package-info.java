/** Signs the messages of webhooks, and makes those with flaws. It sends none. */
@NullMarked
package dev.sandbank.internal.webhook.sign;

import org.jspecify.annotations.NullMarked;
