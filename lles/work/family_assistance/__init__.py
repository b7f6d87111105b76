"""Family assistance orders under section 16 of the Children Act 1989: advice, help and, where apt, friendship
for a limited time, for people who consent (FAO-*)."""
