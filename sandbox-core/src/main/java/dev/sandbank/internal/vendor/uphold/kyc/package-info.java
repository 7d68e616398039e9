/** How the bank verifies a person: the KYC processes of users, one state machine over the data of their entries. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.kyc;

import org.jspecify.annotations.NullMarked;
