/**
 * Cooperation between regions, kept on record: {@code Agreement} with its {@code Share}s, {@code
 * Entry} in its yearly accounts, {@code RegisterItem}, and {@code Records} that only grow. Amounts
 * are whole fen and whole square metres; {@code Accounts} reconcile to the last of them. It knows
 * no store, no HTTP and no law.
 */
package luodi.cooperation;
