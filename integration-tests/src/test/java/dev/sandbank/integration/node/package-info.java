/** Scripts that Node.js runs, and what npm installs for them. */
package dev.sandbank.integration.node;
