"""The same facts in many layouts: small accounts made of facts by rule, whose gold is known, scored layout by layout."""
