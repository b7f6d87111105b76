"""Activity directions and conditions under sections 11A to 11G of the Children Act 1989: programmes and
meetings that help a child's arrangements to work (ACT-*)."""
