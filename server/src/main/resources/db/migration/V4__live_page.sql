-- The live page asks for the newest decisions that did not simply allow: a few among very many. Built without blocking anybody
-- for long: a partition of a million decisions takes some seconds, in which the projector waits; deciding does not.
create index decision_stopped on decision (shop_id, decided_at desc, sequence desc) where outcome <> 'allow';
