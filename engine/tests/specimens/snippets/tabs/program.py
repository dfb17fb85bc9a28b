print("id	name")
if True:
	print("1	Alice")
