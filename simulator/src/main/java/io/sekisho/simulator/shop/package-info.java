/** The honest shop: customers with habits, their past, their visits, orders and what follows from an order. */
@NullMarked
package io.sekisho.simulator.shop;

import org.jspecify.annotations.NullMarked;
